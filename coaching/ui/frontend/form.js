// A button that leaves the page by a plain form: the server answers it with cookies and sends the browser on.
const NEXT = "voicemail-coach:next";
const sent = new WeakSet();

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".root");
  const fields = { ...data.fields };
  if (data.method === "get" && fields.next && fields.next !== "/") sessionStorage.setItem(NEXT, fields.next);
  if (data.method === "post" && fields.next === "/") fields.next = sessionStorage.getItem(NEXT) ?? "/";
  const hidden = Object.entries(fields).map(([name, value]) => h("input", { type: "hidden", name, value }));
  const form = h("form", { method: data.method, action: data.action }, ...hidden, h("button", { type: "submit", class: "go", text: data.button }));
  root.replaceChildren(form);
  if (data.at_once && !sent.has(root)) {
    sent.add(root);
    if (data.method === "post") sessionStorage.removeItem(NEXT);
    form.submit();
  }
}
