// Who to be in demo mode. A plain form: the server sets the cookie and sends the browser back to where it was.

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".root");
  const choice = (person) => h("button", { type: "submit", name: "person", value: person.id, class: "choice", "aria-pressed": String(person.id === data.current) },
    h("span", { class: "name", text: person.name }), h("span", { class: "muted", text: person.role }), h("span", { class: "muted small", text: person.about }));
  root.className = `root ${data.shape}`;
  root.replaceChildren(h("form", { method: "post", action: "/demo/person", "aria-label": "Who are you?" },
    h("input", { type: "hidden", name: "next", value: window.location.pathname + window.location.search }), ...data.people.map(choice)));
}
