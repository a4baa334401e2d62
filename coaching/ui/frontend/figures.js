// How it was said, as a few figures with what is usual beside each.

export default function ({ data, parentElement }) {
  parentElement.querySelector(".root").replaceChildren(h("dl", {}, ...data.rows.map((row) =>
    h("div", {}, h("dt", { text: row.name }), h("dd", {}, h("strong", { text: row.figure }), h("span", { class: "muted", text: row.hint }))))));
}
