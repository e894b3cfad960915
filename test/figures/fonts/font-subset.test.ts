import { readFileSync } from "node:fs";
import { createCanvas, GlobalFonts } from "canvas";
import { describe, expect, it } from "vitest";
import { subsetFont } from "../../../src/figures/fonts/font-subset.ts";
import { readTables } from "../../../src/figures/fonts/font-tables.ts";
import { FONT_WEIGHTS, fontFile } from "../../../src/figures/fonts/fonts.ts";

const CHARACTERS = new Set("Stibium 0123456789%–−…→éÅñ");

describe.each(FONT_WEIGHTS)("a subset of Inter %i", (weight) => {
	const whole = readFileSync(fontFile(weight));
	const part = subsetFont(whole, CHARACTERS);
	const [wholeName, partName] = [`whole ${weight}`, `part ${weight}`];
	GlobalFonts.register(whole, wholeName);
	GlobalFonts.register(part, partName);

	/** A letter at a slant, so that no hinting for upright letters gets in the way. */
	function drawn(family: string, text: string) {
		const context = createCanvas(120, 120).getContext("2d");
		context.font = `100px "${family}"`;
		context.rotate(0.1);
		context.fillText(text, 20, 95);
		const pixels = context.getImageData(0, 0, 120, 120).data;
		return { width: context.measureText(text).width, pixels };
	}

	it("draws its characters as the whole font does, accents too", () => {
		for (const character of CHARACTERS) {
			const [a, b] = [drawn(wholeName, character), drawn(partName, character)];
			expect(b.width).toBe(a.width);
			const ink = (pixels: Uint8ClampedArray) =>
				pixels.reduce((sum, value) => sum + value, 0);
			const off = a.pixels.reduce(
				(sum, value, i) => sum + Math.abs(value - b.pixels[i]!),
				0,
			);
			expect(off).toBeLessThanOrEqual(0.03 * ink(a.pixels));
		}
	});

	it("has no other glyphs, and a twentieth of the size", () => {
		const glyphs = readTables(part).get("maxp")!.readUInt16BE(4);
		expect(glyphs).toBeLessThan(CHARACTERS.size + 12);
		expect(part.length).toBeLessThan(whole.length / 20);
	});

	it("adds up to the sum that every font file must have", () => {
		let sum = 0;
		for (let at = 0; at < part.length; at += 4)
			sum = (sum + part.readUInt32BE(at)) >>> 0;
		expect(sum).toBe(0xb1b0afba);
	});

	it("sets characters that are to be alike on one width, and no others", () => {
		const digits = new Set("0123456789");
		const even = subsetFont(whole, CHARACTERS, digits);
		const family = `even ${weight}`;
		GlobalFonts.register(even, family);
		const widths = (name: string, text: string) =>
			new Set([...text].map((letter) => drawn(name, letter).width));
		expect(widths(partName, "0123456789").size).toBeGreaterThan(1);
		expect(widths(family, "0123456789").size).toBe(1);
		expect(widths(family, "tib")).toEqual(widths(partName, "tib"));
	});

	it("leaves out what the font does not have", () => {
		expect(subsetFont(whole, new Set(["A", "\u{10fffd}"]))).toEqual(
			subsetFont(whole, new Set(["A"])),
		);
	});
});
