/* How is what somebody typed kept, when the connection or the browser goes? A form with `data-draft="key"` is kept in this
   browser at every change, and sent to its `data-draft-url` where there is one. It is forgotten when the server says that it
   was saved: `data-draft-saved="key"` on the next page, or the htmx event "draft-saved". */
const PREFIX = "kijun:draft:";
const PAUSE = 400;
const PAUSE_SERVER = 2500;
const template = document.getElementById("draft-offer");
const skipped = new Set(["csrfmiddlewaretoken", "next"]);

const answersOf = (form) =>
  [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !skipped.has(name) && form.elements[name]?.type !== "password");
const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const forget = (key) => localStorage.removeItem(PREFIX + key);
const kept = (key) => {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key));
  } catch {
    return null;
  }
};

const keep = (form) => {
  try {
    localStorage.setItem(PREFIX + form.dataset.draft, JSON.stringify({ at: Date.now(), answers: answersOf(form) }));
    return true;
  } catch {
    return false;
  }
};

const restore = (form, answers) => {
  const left = answers.map((answer) => [...answer]);
  const take = (name, value) => {
    const place = left.findIndex((answer) => answer[0] === name && (value === undefined || answer[1] === value));
    return place < 0 ? undefined : left.splice(place, 1)[0][1];
  };
  for (const control of form.elements) {
    if (!control.name || skipped.has(control.name) || ["file", "password", "submit", "button"].includes(control.type)) continue;
    if (["checkbox", "radio"].includes(control.type)) control.checked = take(control.name, control.value) !== undefined;
    else if (control.type === "select-multiple") for (const each of control.options) each.selected = take(control.name, each.value) !== undefined;
    else control.value = take(control.name) ?? control.value;
  }
  form.dispatchEvent(new Event("change", { bubbles: true }));
};

const offer = (form, draft) => {
  const toast = template.content.firstElementChild.cloneNode(true);
  const when = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  toast.querySelector("[data-when]").textContent = when.format(draft.at);
  toast.querySelector("[data-restore]").addEventListener("click", () => {
    restore(form, draft.answers);
    toast.remove();
  });
  toast.querySelector("[data-discard]").addEventListener("click", () => {
    forget(form.dataset.draft);
    toast.remove();
  });
  document.getElementById("toasts").append(toast);
};

const start = (form) => {
  if (form.dataset.isKept) return;
  form.dataset.isKept = "true";
  const status = document.getElementById(form.dataset.draftStatus ?? "");
  const say = (what) => { if (status) status.textContent = template.dataset[what]; };
  let timer = 0;
  let serverTimer = 0;

  const send = async () => {
    if (!form.dataset.draftUrl) return;
    try {
      const body = new FormData(form);
      for (const [name, value] of [...body]) if (typeof value !== "string") body.delete(name);
      const answer = await fetch(form.dataset.draftUrl, { method: "POST", body, credentials: "same-origin", redirect: "error" });
      if (answer.ok) say("stored");
    } catch {
      say("offline");
    }
  };
  const changed = () => {
    clearTimeout(timer);
    clearTimeout(serverTimer);
    timer = setTimeout(() => { if (keep(form)) say("kept"); }, PAUSE);
    serverTimer = setTimeout(send, PAUSE_SERVER);
  };
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    clearTimeout(serverTimer);
    keep(form);
  });
  addEventListener("pagehide", () => { if (timer) { clearTimeout(timer); keep(form); } });
  addEventListener("online", send);

  const draft = kept(form.dataset.draft);
  if (draft && !isSame(draft.answers, answersOf(form))) offer(form, draft);
};

const startAll = (root) => { for (const form of root.querySelectorAll("form[data-draft]")) start(form); };

if (template) {
  if (document.body.dataset.draftSaved) forget(document.body.dataset.draftSaved);
  document.addEventListener("draft-saved", (event) => forget(event.detail.key ?? event.detail.value));
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-drops-drafts]")) return;
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  });
  startAll(document);
  document.addEventListener("htmx:load", (event) => startAll(event.target));
}
