// Stands before the script of every component. Text reaches the page as text only: nothing here parses HTML.

const SVG = "http://www.w3.org/2000/svg";
const ICONS = {
  met: "M4.5 10.5l3.6 3.6 7.4-8",
  not_met: "M5.5 5.5l9 9M14.5 5.5l-9 9",
  unsure: "M7.2 7.6a2.9 2.9 0 1 1 4.3 2.5c-1 .6-1.5 1.1-1.5 2.2M10 15.2v.2",
  not_applicable: "M5 10h10",
  play: "M7 5.2v9.6l7.6-4.8z",
  pause: "M7 5v10M13 5v10",
  doubt: "M10 5.5v5.5M10 14.4v.2",
};
const OUTCOMES = { met: "Met", not_met: "Not met", unsure: "Unsure", not_applicable: "Not applicable" };

function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element[name] = value;
    else if (name === "text") element.textContent = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

function badge(outcome, text = OUTCOMES[outcome]) {
  return h("span", { class: `badge ${outcome}` }, icon(outcome), h("span", { text }));
}

function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

// The components of a page are strangers to each other. What is to be played is called out on the window, with the
// recording's address, and the player that holds that recording answers by calling out where it is.
// A passage that was chosen in the player or the transcript is called out to whoever writes about it; no start lets it go.
const CALL = Object.fromEntries(["play", "time", "passage", "toggle", "write", "settle"].map((what) => [what, `voicemail-coach:${what}`]));

function callOut(what, detail) {
  window.dispatchEvent(new CustomEvent(CALL[what], { detail }));
}

// The words of a message; a click plays them.
function playable(quote, url) {
  const from = quote.start_s === null ? null : clock(quote.start_s);
  const say = () => callOut("play", { url: quote.url ?? url, start_s: quote.start_s, end_s: quote.end_s, label: quote.label ?? "" });
  return h("button", { type: "button", class: "quote", disabled: from === null, onclick: say, "aria-label": `Play from ${from}: ${quote.text}` },
    h("span", { class: "from" }, icon("play"), h("span", { text: from ?? "no sound" })),
    h("span", { class: "said", text: `“${quote.text}”` }));
}

function between(passage) {
  return passage.end_s > passage.start_s ? `${clock(passage.start_s)} to ${clock(passage.end_s)}` : clock(passage.start_s);
}

// Runs `hear` on every call until the component leaves the page; a second mount of the same root replaces the first.
const ears = new WeakMap();
function listen(root, what, hear) {
  const heard = ears.get(root) ?? {};
  if (heard[what]) window.removeEventListener(CALL[what], heard[what]);
  heard[what] = (event) => hear(event.detail);
  ears.set(root, heard);
  window.addEventListener(CALL[what], heard[what]);
}
function stopListening(root) {
  for (const [what, hear] of Object.entries(ears.get(root) ?? {})) window.removeEventListener(CALL[what], hear);
  ears.delete(root);
}
