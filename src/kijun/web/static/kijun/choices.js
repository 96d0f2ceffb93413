/* How does somebody find one of many choices? A filter over the labels, and the count of what is chosen. */
import { fold, matches } from "./fold.js";

const start = (group) => {
  if (group.dataset.isStarted) return;
  group.dataset.isStarted = "true";
  const filter = group.querySelector(".filter input");
  const options = [...group.querySelectorAll(".options > li:not(.subhead)")];
  const folded = new Map(options.map((option) => [option, fold(option.textContent)]));
  const chosen = group.querySelector(".chosen");

  const count = () => {
    const many = options.filter((option) => option.querySelector("input").checked).length;
    if (chosen) chosen.textContent = (chosen.dataset.says ?? "{}").replace("{}", String(many));
  };
  const hasShown = (subhead) => {
    for (let next = subhead.nextElementSibling; next && !next.matches(".subhead"); next = next.nextElementSibling) {
      if (!next.hidden) return true;
    }
    return false;
  };
  const show = () => {
    for (const option of options) {
      option.hidden = !matches(folded.get(option), filter.value) && !option.querySelector("input").checked;
    }
    for (const subhead of group.querySelectorAll(".options > .subhead")) subhead.hidden = !hasShown(subhead);
  };
  filter?.addEventListener("input", show);
  filter?.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  (group.closest("form") ?? group).addEventListener("change", count);
  count();
};

const startAll = (root) => { for (const group of root.querySelectorAll("[data-choices]")) start(group); };
startAll(document);
document.addEventListener("htmx:load", (event) => startAll(event.target));
