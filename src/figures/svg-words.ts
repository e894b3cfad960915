/** Words and identifiers of an SVG: title, description, record, and names that never clash. */

import { createHash } from "node:crypto";
import { figureCode } from "./figure-code.ts";
import type { Picture } from "./picture.ts";
import { type Provenance, provenanceLine } from "./provenance.ts";

/** Text as XML: nothing in it can end its element or attribute. */
export function asXml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}

/**
 * An SVG that can be read aloud: `role="img"` with a title and a description, which vega's
 * headless renderer leaves out. What is inside is for the eye alone.
 */
export function svgWithWords(
	svg: string,
	{ title, description }: Picture,
	provenance: Provenance | null,
): string {
	const start = svg.indexOf("<svg") + "<svg".length;
	const inside = svg.indexOf(">", start) + 1;
	return [
		svg.slice(0, start),
		' role="img"',
		svg.slice(start, inside),
		`<title>${asXml(title)}</title>`,
		`<desc>${asXml(description)}</desc>`,
		provenance ? metadata(provenance) : "",
		svg.slice(inside),
	].join("");
}

/** The line for readers, then the record for `stibium repro`. */
function metadata(provenance: Provenance): string {
	const { record } = provenance;
	const code = record
		? `<made xmlns="urn:stibium:figure">${figureCode(record)}</made>`
		: "";
	return `<metadata>${asXml(provenanceLine(provenance))}${code}</metadata>`;
}

const ID = /(?<= id=")[^"]+(?=")|(?<=url\(#)[^)]+(?=\))/g;

/** Hexadecimal digits of the hash that stand before a number. */
const DIGITS = 8;

/**
 * An SVG whose identifiers are named after its spec and counted from 1. Vega counts them
 * over the life of the process: the same picture would have other bytes after another one,
 * and two pictures of one page could share a name.
 */
export function svgWithIds(svg: string, { spec }: Picture): string {
	const hash = createHash("sha256").update(JSON.stringify(spec)).digest("hex");
	const names = new Map<string, string>();
	return svg.replace(ID, (id) => {
		const name = names.get(id) ?? `s${hash.slice(0, DIGITS)}-${names.size + 1}`;
		names.set(id, name);
		return name;
	});
}
