/** Switches the language and opens the section an address points at. The page reads well without it. */
export const SCRIPT = `(() => {
  const root = document.documentElement;
  const buttons = document.querySelectorAll("button[data-language]");
  const show = (language) => {
    root.lang = language;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.language === language));
  };
  for (const button of buttons) button.addEventListener("click", () => show(button.dataset.language));
  show(root.lang);
  document.querySelector(".languages").hidden = false;
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
})();`;
