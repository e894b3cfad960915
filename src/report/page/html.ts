/** Markup made safely: templates in which words stay words, and pictures that only draw. */

declare const safe: unique symbol;

/** Text that a browser may read as markup; only `html` and `pictureOf` grant it. */
export interface Html {
	readonly [safe]: true;
	readonly markup: string;
}

/** Piece of a template: words, numbers, markup, lists of them, or nothing. */
export type Piece =
	| Html
	| string
	| number
	| null
	| undefined
	| readonly Piece[];

/**
 * Markup from a template. Whatever is put into it is text, in elements and in quoted
 * attributes alike, unless `html` itself has made it.
 */
export function html(
	parts: TemplateStringsArray,
	...pieces: readonly Piece[]
): Html {
	const whole = parts
		.map((part, i) => part + (i < pieces.length ? markupOf(pieces[i]) : ""))
		.join("");
	return { markup: whole } as Html;
}

function markupOf(piece: Piece): string {
	if (piece === null || piece === undefined) return "";
	if (typeof piece === "string") return escaped(piece);
	if (typeof piece === "number") return String(piece);
	return "markup" in piece ? piece.markup : piece.map(markupOf).join("");
}

/**
 * Control characters, half surrogates, separators and what turns the direction of a line:
 * a browser drops or obeys them, so that a reader would see other words than were written.
 */
const UNSEEN =
	/(?![\t\n])[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
	"`": "&#96;",
};

/** Text that no browser takes for anything else; what could not be seen is spelt out. */
export function escaped(text: string): string {
	return text
		.replace(
			UNSEEN,
			(c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
		)
		.replace(/[&<>"'`]/g, (c) => ENTITIES[c] ?? "");
}

/** Elements and attributes of the pictures drawn here, none of which can load or run anything. */
const ELEMENTS = new Set(
	"svg title desc metadata g path line rect text tspan defs clippath".split(
		" ",
	),
);
const ATTRIBUTES = new Set(
	(
		"role xmlns xmlns:xlink version class width height viewbox fill transform d " +
		"stroke stroke-width stroke-miterlimit stroke-linecap stroke-linejoin stroke-dasharray " +
		"opacity fill-opacity stroke-opacity display text-anchor font-family font-size font-weight font-style " +
		"clip-path pointer-events id x y x1 x2 y1 y2 dx dy rx ry " +
		"aria-hidden aria-label aria-roledescription"
	).split(" "),
);
const TAG =
	/<\/?(?<name>[A-Za-z]+)(?<rest>(?:\s+[A-Za-z][\w:-]*="[^"<]*")*)\s*\/?>/g;
const ATTRIBUTE = /\s+(?<name>[A-Za-z][\w:-]*)="(?<value>[^"<]*)"/g;

/** Attributes that would read the inside of a picture aloud, which has one description. */
const ASIDES = /\s+(?:role|class|aria-[a-z]+)="[^"<]*"/g;

/**
 * A picture as part of a page: an SVG that holds shapes and letters and nothing else, one
 * image with its title and description.
 *
 * @throws {RangeError} when anything else is in it
 */
export function pictureOf(svg: string): Html {
	const words = svg.replace(TAG, (...found) => {
		const { name, rest } = found.at(-1) as { name: string; rest: string };
		mustBeHarmless(name, rest);
		return "";
	});
	if (words.includes("<"))
		throw new RangeError("a picture holds what is no element");
	const markup = svg.replace(TAG, (tag, name: string) =>
		name === "svg" ? tag : tag.replace(ASIDES, ""),
	);
	return { markup } as Html;
}

function mustBeHarmless(name: string, rest: string): void {
	if (!ELEMENTS.has(name.toLowerCase()))
		throw new RangeError(`a picture holds the element ${name}`);
	for (const { groups } of rest.matchAll(ATTRIBUTE)) {
		const { name: key = "", value = "" } = groups ?? {};
		if (!ATTRIBUTES.has(key.toLowerCase()))
			throw new RangeError(`a picture holds the attribute ${key}`);
		if (/url\((?!#)/i.test(value))
			throw new RangeError("a picture refers to what is outside");
	}
}
