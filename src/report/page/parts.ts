/** Building blocks of a report's page: headings, parts, lists, and folds. */

import { type Html, html, type Piece } from "./html.ts";

/** Depth of a heading: 1 is the page's own. */
export type Level = 1 | 2 | 3 | 4;

/** A heading of a level. */
export function heading(level: Level, words: Piece, id?: string): Html {
	const named = id === undefined ? null : html` id="${id}"`;
	switch (level) {
		case 1:
			return html`<h1${named}>${words}</h1>`;
		case 2:
			return html`<h2${named}>${words}</h2>`;
		case 3:
			return html`<h3${named}>${words}</h3>`;
		case 4:
			return html`<h4${named}>${words}</h4>`;
	}
}

/** One level deeper. */
export const below = (level: Level): Level =>
	(level < 4 ? level + 1 : 4) as Level;

/** A part of a page that the table of contents names. */
export interface Part {
	readonly id: string;
	readonly title: string;
	readonly body: Html;
}

/** A part with its heading; one of the page itself is a landmark. */
export function partHtml({ id, title, body }: Part, level: Level): Html {
	const landmark = level > 2 ? null : html` aria-labelledby="${id}"`;
	return html`<section class="part"${landmark}>
${heading(level, title, id)}
${body}
</section>
`;
}

/** Paragraphs. */
export const paragraphs = (words: readonly Piece[]): readonly Html[] =>
	words.map(
		(each) => html`<p>${each}</p>
`,
	);

/** A list of items. */
export const list = (items: readonly Piece[]): Html =>
	html`<ul>
${items.map(
	(item) => html`<li>${item}</li>
`,
)}</ul>
`;

/** Words with what stands between backticks as code. */
export function withCode(text: string): readonly Piece[] {
	return text
		.split("`")
		.map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part));
}

/** Something longer behind a line; `isKept` says that print shows it too. */
export function folded(summary: Piece, body: Piece, isKept = false): Html {
	return html`<details${isKept ? html` class="kept"` : null}>
<summary>${summary}</summary>
${body}
</details>
`;
}
