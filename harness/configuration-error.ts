/** The surroundings are not as they must be: a folder, a file, a missing program. Exit code 3; `fix` says what to do. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
  readonly fix: string;

  constructor(message: string, fix: string) {
    super(message);
    this.fix = fix;
  }
}
