/** HTML document of a report, closed against scripts and the network. */

import { type Html, html, type Piece } from "./html.ts";

/** A page before it is closed up. */
export interface Page {
	readonly title: string;
	/** words that stand for the page in a list of pages */
	readonly description: string;
	readonly body: Html;
}

/** Content security policy: a page may show its own style, letters and pictures, nothing else. */
const policy = (styleHash: string): string =>
	[
		"default-src 'none'",
		`style-src 'sha256-${styleHash}'`,
		"img-src data:",
		"font-src data:",
		"base-uri 'none'",
		"form-action 'none'",
	].join("; ");

declare const ours: unique symbol;

/** A style sheet of ours: it holds no words of strangers. */
export type StyleText = string & { readonly [ours]: true };

/** @throws {RangeError} when a style could end its element */
export function styleText(css: string): StyleText {
	if (css.includes("<")) throw new RangeError("a style sheet holds a <");
	return css as StyleText;
}

/**
 * A whole page, one file that asks for nothing and runs nothing.
 *
 * @param style     its style sheet
 * @param styleHash SHA-256 of that, Base64
 */
export function documentText(
	{ title, description, body }: Page,
	style: StyleText,
	styleHash: string,
): string {
	const head: Piece = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(styleHash)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${description}">
<title>${title}</title>
`;
	return `${head.markup}<style>${style}</style>\n</head>\n${
		html`<body>
${body}
</body>
</html>
`.markup
	}`;
}
