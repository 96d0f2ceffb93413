/* How does somebody go anywhere by typing? Ctrl-K opens a dialog over the list that its `data-url` gives:
   [{label, hint, url, kind}]. */
import { fold, matches } from "./fold.js";

const MOST = 40;
const dialog = document.getElementById("palette");

if (dialog) {
  const input = dialog.querySelector("input");
  const list = dialog.querySelector("ul");
  const [nothing, failed] = dialog.querySelectorAll(".nothing");
  let entries = null;
  let chosen = 0;

  const load = async () => {
    const answer = await fetch(dialog.dataset.url, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    const given = await answer.json();
    entries = given.map((entry) => ({ ...entry, folded: fold([entry.label, entry.hint, entry.kind].join(" ")) }));
  };

  const option = (entry, place) => {
    const item = document.createElement("li");
    item.id = `palette-${place}`;
    item.setAttribute("role", "option");
    item.dataset.url = entry.url;
    const label = item.appendChild(document.createElement("span"));
    label.textContent = entry.label;
    const hint = item.appendChild(document.createElement("span"));
    hint.className = "quiet";
    hint.textContent = [entry.hint, entry.kind].filter(Boolean).join(" · ");
    return item;
  };

  const choose = (place) => {
    const items = list.children;
    if (!items.length) { input.removeAttribute("aria-activedescendant"); return; }
    chosen = (place + items.length) % items.length;
    for (const [each, item] of [...items].entries()) item.setAttribute("aria-selected", String(each === chosen));
    input.setAttribute("aria-activedescendant", items[chosen].id);
    items[chosen].scrollIntoView({ block: "nearest" });
  };

  const rank = (entry, typed) => (fold(entry.label).startsWith(typed) ? 0 : fold(entry.label).includes(typed) ? 1 : 2);

  const show = () => {
    const typed = fold(input.value);
    const found = (entries ?? []).filter((entry) => matches(entry.folded, typed));
    if (typed) found.sort((one, other) => rank(one, typed) - rank(other, typed));
    list.replaceChildren(...found.slice(0, MOST).map(option));
    nothing.hidden = entries === null || found.length > 0;
    choose(0);
  };

  const open = async () => {
    if (dialog.open) return;
    input.value = "";
    failed.hidden = true;
    dialog.showModal();
    input.focus();
    show();
    try {
      if (entries === null) await load();
      show();
    } catch {
      failed.hidden = false;
    }
  };

  const moves = { ArrowDown: () => choose(chosen + 1), ArrowUp: () => choose(chosen - 1), Home: () => choose(0), End: () => choose(-1) };

  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && list.children[chosen]) {
      event.preventDefault();
      location.assign(list.children[chosen].dataset.url);
    } else if (event.key in moves && !(input.value && ["Home", "End"].includes(event.key))) {
      event.preventDefault();
      moves[event.key]();
    }
  });
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) location.assign(item.dataset.url);
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open();
    }
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-palette]") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
}
