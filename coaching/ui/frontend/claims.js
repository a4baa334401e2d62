// What was promised and is not on file: the words, what kind of claim they make, and what became of it on file.

function claim(one, url) {
  return h("li", { class: "claim" },
    h("p", { class: "about" }, h("span", { class: "kind", text: one.kind }), h("span", { class: "muted", text: one.on_file })),
    playable(one, url));
}

export default function ({ data, parentElement }) {
  parentElement.querySelector(".root").replaceChildren(h("ul", {}, ...data.claims.map((one) => claim(one, data.url))));
}
