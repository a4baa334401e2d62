"""A digest as one HTML page that needs nothing else: no script, no picture, no address but those of its voicemails."""

from html import escape

from coaching.domain.digest import NOTHING_TO_DO, Clip, Digest, Row, Todo
from coaching.reports.paper import FOOT

STYLE = """
:root { color-scheme: light dark; --ink: #0d171d; --quiet: #53626b; --accent: #15607a; --line: #d8e0e5; --page: #ffffff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf1; --quiet: #a9b7c0; --accent: #83cbe2; --line: #2d3c45; --page: #10181d; }
}
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 "Source Sans Pro", system-ui, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1.25rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0.25rem 0 0.5rem; }
h2 { font-size: 1.2rem; color: var(--accent); margin: 2rem 0 0.5rem; }
h3 { font-size: 1.05rem; margin: 0 0 0.25rem; }
p { margin: 0.25rem 0; }
a { color: var(--accent); }
.eyebrow, .quiet, footer { color: var(--quiet); font-size: 0.9rem; }
.sentence { font-size: 1.2rem; font-weight: 600; margin-top: 1rem; }
ol { list-style: none; padding: 0; }
ol > li { border: 1px solid var(--line); border-radius: 0.6rem; padding: 1rem; margin: 0.75rem 0; break-inside: avoid; }
ul { margin: 0.5rem 0 0; padding-left: 1.2rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.95rem; }
th, td { text-align: left; padding: 0.35rem 0.5rem 0.35rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--quiet); font-weight: 400; }
footer { margin-top: 2rem; border-top: 1px solid var(--line); padding-top: 0.75rem; }
"""


def digest_html(digest: Digest, address: str) -> str:
    """address: of the app, where the voicemails are heard ("https://coach.example.com")."""
    title = escape(f"{digest.title}: {digest.about}")
    body = "\n".join(
        [_heading(digest), _todos(digest, address), _alerts(digest), _rows(digest), f"<footer>{escape(FOOT)}</footer>"]
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def clip_address(address: str, clip: Clip) -> str:
    """Where it is heard, by those who may."""
    return f"{address}/scorecard?voicemail={clip.voicemail_id}"


def _heading(digest: Digest) -> str:
    return "\n".join(
        [
            '<p class="eyebrow">Weekly digest</p>',
            f"<h1>{escape(digest.title)}</h1>",
            f'<p class="quiet">{escape(digest.name)} · {escape(digest.about)} · {escape(digest.count)}</p>',
            f'<p class="sentence">{escape(digest.sentence)}</p>',
            f'<p class="quiet">{escape(digest.verdict)}</p>' if digest.verdict else "",
        ]
    )


def _todos(digest: Digest, address: str) -> str:
    if not digest.todos:
        return f"<h2>What to do</h2>\n<p>{escape(NOTHING_TO_DO)}</p>"
    return "\n".join(["<h2>What to do</h2>", "<ol>", *(_todo(one, address) for one in digest.todos), "</ol>"])


def _todo(one: Todo, address: str) -> str:
    clips = "".join(f'<li><a href="{escape(clip_address(address, clip))}">{escape(clip.label)}</a></li>' for clip in one.clips)
    told = f"<li><h3>{escape(one.heading)}</h3><p>{escape(one.why)}</p><p>{escape(one.how)}</p>"
    return f"{told}<ul>{clips}</ul></li>" if clips else f"{told}</li>"


def _alerts(digest: Digest) -> str:
    if not digest.alerts:
        return ""
    return "<h2>Alerts of this week</h2>\n<ul>" + "".join(f"<li>{escape(told)}</li>" for told in digest.alerts) + "</ul>"


def _rows(digest: Digest) -> str:
    if not digest.rows:
        return ""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in digest.columns)
    lines = "\n".join(_row(one) for one in digest.rows)
    return f"<h2>Every criterion</h2>\n<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{lines}\n</tbody>\n</table>"


def _row(one: Row) -> str:
    return "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in one.cells) + "</tr>"
