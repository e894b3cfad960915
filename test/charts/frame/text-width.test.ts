import { createCanvas } from "canvas";
import { beforeAll, describe, expect, it } from "vitest";
import {
	cutToLength,
	cutToWidth,
	textWidth,
	wrapToWidth,
} from "../../../src/charts/frame/text-width.ts";
import { FONT_FAMILY } from "../../../src/charts/frame/theme.ts";
import {
	FIGURE_FONT,
	registerFigureFonts,
} from "../../../src/figures/fonts/fonts.ts";

const SENTENCES = [
	"A Pakistani refinery cuts the median end-2027 antimony price by 44%, but not before 2026",
	"Line: median; bands hold the middle 50, 80 and 95% of 1,000 runs.",
	"never in 63% (60–66%)",
	"+9.8 (+9.4 to +10.2)",
];

describe("the width of a line", () => {
	beforeAll(registerFigureFonts);

	it("is measured for the font that figures use", () => {
		expect(FONT_FAMILY).toBe(FIGURE_FONT);
	});

	it.each(SENTENCES)(
		"of %j is within 3 percent of what is drawn",
		(sentence) => {
			const context = createCanvas(10, 10).getContext("2d");
			for (const bold of [false, true]) {
				context.font = `${bold ? 600 : 400} 20px "${FIGURE_FONT}"`;
				const drawn = context.measureText(sentence).width;
				const ours = textWidth(sentence, { size: 20, bold });
				expect(Math.abs(ours / drawn - 1)).toBeLessThan(0.03);
			}
		},
	);
});

describe("a text that is too long", () => {
	const lettering = { size: 12 };

	it("keeps its beginning and its end", () => {
		const cut = cutToWidth(
			"China stops every export, variant 12",
			lettering,
			120,
		);
		expect(cut).toMatch(/^China.*….*12$/);
		expect(textWidth(cut, lettering)).toBeLessThanOrEqual(120);
		expect([...cutToLength("a long name with an end", 10)]).toHaveLength(10);
	});

	it("is left alone when it fits", () => {
		expect(cutToWidth("short", lettering, 120)).toBe("short");
		expect(cutToLength("short", 5)).toBe("short");
	});

	it("is broken at spaces into lines that fit, all words kept", () => {
		const lines = wrapToWidth(SENTENCES.join(" "), lettering, 200);
		expect(lines.join(" ")).toBe(SENTENCES.join(" "));
		for (const line of lines)
			expect(textWidth(line, lettering)).toBeLessThanOrEqual(200);
	});

	it("gets no more lines than it may have", () => {
		const lines = wrapToWidth(SENTENCES.join(" "), lettering, 200, 2);
		expect(lines).toHaveLength(2);
		expect(lines[1]).toContain("…");
		expect(textWidth(lines[1]!, lettering)).toBeLessThanOrEqual(200);
	});
});
