// The total as one figure, and the one thing to do better first.

const ROUND = 2 * Math.PI * 52;

function ring(score) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 120 120");
  svg.setAttribute("aria-hidden", "true");
  for (const [name, length] of [["whole", ROUND], ["part", (ROUND * (score ?? 0)) / 100]]) {
    const circle = document.createElementNS(SVG, "circle");
    for (const [key, value] of Object.entries({ class: name, cx: 60, cy: 60, r: 52, "stroke-dasharray": `${length} ${ROUND}` })) circle.setAttribute(key, value);
    if (name === "whole" || score) svg.append(circle);
  }
  return svg;
}

function tally(counts) {
  return h("p", { class: "tally" }, ...Object.entries(counts).filter(([, count]) => count).map(([outcome, count]) =>
    h("span", { class: `badge ${outcome}` }, icon(outcome), h("span", { text: `${count} ${OUTCOMES[outcome].toLowerCase()}` }))));
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".root");
  root.replaceChildren(
    h("div", { class: "figure", role: "img", "aria-label": data.score === null ? "No score" : `Score ${data.score} of 100` },
      ring(data.score), h("div", { class: "number" }, h("strong", { text: data.shown }), h("span", { class: "muted", text: data.score === null ? "no total" : "of 100" }))),
    h("div", { class: "words" },
      h("p", { class: "eyebrow", text: data.eyebrow }), h("h2", { text: data.headline }),
      data.advice && h("p", { text: data.advice }), data.note && h("p", { class: "muted", text: data.note }), tally(data.counts)));
}
