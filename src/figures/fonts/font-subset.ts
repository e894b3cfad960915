/** Font cut down to the characters that a figure shows, small enough for its file to carry. */

import {
	type FontTables,
	padded,
	readTables,
	writeTables,
} from "./font-tables.ts";

/** Tables of a subset that are the font's own. */
const KEPT = ["OS/2", "gasp", "name", "prep"] as const;
/** Flags of a component of a composite glyph. */
const WORDS = 0x0001;
const SCALED = 0x0008;
const MORE = 0x0020;
const SCALED_BOTH = 0x0040;
const TWO_BY_TWO = 0x0080;

/**
 * A TrueType font with the glyphs of some characters alone, for a file that must carry its
 * letters. Kerning and features are left out.
 *
 * @param characters characters that the font lacks are left out
 * @param alike      characters that are set on the width of the widest of them, e.g. digits in columns
 * Source: OpenType specification 1.9, tables `cmap`, `glyf`, `loca`, `hmtx`, `post`
 */
export function subsetFont(
	font: Uint8Array,
	characters: ReadonlySet<string>,
	alike: ReadonlySet<string> = new Set(),
): Buffer {
	const tables = readTables(font);
	const table = (tag: string) => {
		const found = tables.get(tag);
		if (!found) throw new RangeError(`the font has no table ${tag}`);
		return found;
	};
	const codes = [...characters].map((each) => each.codePointAt(0) ?? 0);
	const glyphOf = characterMap(table("cmap"));
	const wanted = codes
		.map((code) => [code, glyphOf(code)] as const)
		.filter(([, glyph]) => glyph > 0)
		.sort(([a], [b]) => a - b);
	const outline = outlines(table("glyf"), table("loca"));
	const glyphs = withComponents([0, ...wanted.map(([, g]) => g)], outline);
	const newIndex = new Map(glyphs.map((glyph, i) => [glyph, i]));
	const bodies = glyphs.map((glyph) =>
		padded(renumbered(outline(glyph), newIndex)),
	);
	return writeTables(
		new Map([
			...kept(tables),
			["cmap", writeCharacterMap(wanted, newIndex)],
			["glyf", Buffer.concat(bodies)],
			["head", withField(table("head"), 50, 1)],
			["hhea", withField(table("hhea"), 34, glyphs.length)],
			[
				"hmtx",
				metricsOf(
					table("hmtx"),
					glyphs,
					[...alike].map((each) => glyphOf(each.codePointAt(0) ?? 0)),
				),
			],
			["loca", offsetsOf(bodies)],
			["maxp", withField(table("maxp"), 4, glyphs.length)],
			["post", withoutNames(table("post"))],
		]),
	);
}

function kept(tables: FontTables): readonly (readonly [string, Buffer])[] {
	return [...tables].filter(([tag]) => KEPT.some((each) => each === tag));
}

/** Glyph of a character, 0 when there is none; from the map of format 12. */
function characterMap(cmap: Buffer): (code: number) => number {
	const count = cmap.readUInt16BE(2);
	const offsets = Array.from({ length: count }, (_, i) =>
		cmap.readUInt32BE(8 + 8 * i),
	);
	const map = offsets.find((offset) => cmap.readUInt16BE(offset) === 12);
	if (map === undefined)
		throw new RangeError("the font has no character map of format 12");
	const groups = Array.from({ length: cmap.readUInt32BE(map + 12) }, (_, i) =>
		[0, 4, 8].map((field) => cmap.readUInt32BE(map + 16 + 12 * i + field)),
	);
	return (code) => {
		for (const [first = 0, last = 0, glyph = 0] of groups)
			if (code >= first && code <= last) return glyph + code - first;
		return 0;
	};
}

/** The outline of a glyph, from offsets of four bytes; empty for a space. */
function outlines(glyf: Buffer, loca: Buffer): (glyph: number) => Buffer {
	return (glyph) =>
		glyf.subarray(
			loca.readUInt32BE(4 * glyph),
			loca.readUInt32BE(4 * glyph + 4),
		);
}

/** Byte offsets at which a composite glyph names its components; none for a simple one. */
function componentPlaces(outline: Buffer): readonly number[] {
	if (outline.length === 0 || outline.readInt16BE(0) >= 0) return [];
	const places: number[] = [];
	let at = 10;
	for (;;) {
		const flags = outline.readUInt16BE(at);
		places.push(at + 2);
		at += 4 + (flags & WORDS ? 4 : 2);
		if (flags & SCALED) at += 2;
		if (flags & SCALED_BOTH) at += 4;
		if (flags & TWO_BY_TWO) at += 8;
		if (!(flags & MORE)) return places;
	}
}

/** Glyphs with all that they are made of, ascending, each once. */
function withComponents(
	glyphs: readonly number[],
	outline: (glyph: number) => Buffer,
): readonly number[] {
	const found = new Set<number>();
	const open = [...glyphs];
	for (let glyph = open.pop(); glyph !== undefined; glyph = open.pop()) {
		if (found.has(glyph)) continue;
		found.add(glyph);
		const body = outline(glyph);
		open.push(...componentPlaces(body).map((at) => body.readUInt16BE(at)));
	}
	return [...found].sort((a, b) => a - b);
}

/** An outline whose components go by their new numbers. */
function renumbered(
	outline: Buffer,
	newIndex: ReadonlyMap<number, number>,
): Buffer {
	const copy = Buffer.from(outline);
	for (const at of componentPlaces(outline))
		copy.writeUInt16BE(newIndex.get(outline.readUInt16BE(at)) ?? 0, at);
	return copy;
}

/** A character map of format 12 for Unicode, one group a character. */
function writeCharacterMap(
	characters: readonly (readonly [number, number])[],
	newIndex: ReadonlyMap<number, number>,
): Buffer {
	const length = 16 + 12 * characters.length;
	const words = [12 << 16, length, 0, characters.length];
	for (const [code, glyph] of characters)
		words.push(code, code, newIndex.get(glyph) ?? 0);
	const map = Buffer.alloc(length);
	words.forEach((word, i) => {
		map.writeUInt32BE(word, 4 * i);
	});
	const head = Buffer.alloc(12);
	head.writeUInt16BE(1, 2);
	head.writeUInt16BE(3, 4);
	head.writeUInt16BE(10, 6);
	head.writeUInt32BE(12, 8);
	return Buffer.concat([head, map]);
}

/**
 * Advance and bearing of each glyph: the font has a pair for every one. Those of `alike`
 * share the widest advance and stand in its middle.
 */
function metricsOf(
	hmtx: Buffer,
	glyphs: readonly number[],
	alike: readonly number[],
): Buffer {
	const advance = (glyph: number) => hmtx.readUInt16BE(4 * glyph);
	const widest = Math.max(0, ...alike.map(advance));
	return Buffer.concat(
		glyphs.map((glyph) => {
			const pair = Buffer.from(hmtx.subarray(4 * glyph, 4 * glyph + 4));
			if (!alike.includes(glyph)) return pair;
			const room = Math.round((widest - advance(glyph)) / 2);
			pair.writeUInt16BE(widest, 0);
			pair.writeInt16BE(pair.readInt16BE(2) + room, 2);
			return pair;
		}),
	);
}

function offsetsOf(bodies: readonly Buffer[]): Buffer {
	const loca = Buffer.alloc(4 * (bodies.length + 1));
	let offset = 0;
	bodies.forEach((body, i) => {
		offset += body.length;
		loca.writeUInt32BE(offset, 4 * (i + 1));
	});
	return loca;
}

function withField(table: Buffer, at: number, value: number): Buffer {
	const copy = Buffer.from(table);
	copy.writeUInt16BE(value, at);
	return copy;
}

/** Version 3 of `post` has no names of glyphs. */
function withoutNames(post: Buffer): Buffer {
	const copy = Buffer.from(post.subarray(0, 32));
	copy.writeUInt32BE(0x00030000, 0);
	return copy;
}
