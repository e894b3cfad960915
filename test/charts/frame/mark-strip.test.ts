import fc from "fast-check";
import { expect, it } from "vitest";
import type { ShockMark } from "../../../src/charts/chart.ts";
import { markStrip } from "../../../src/charts/frame/mark-strip.ts";
import { textWidth } from "../../../src/charts/frame/text-width.ts";
import { INK, SIZE } from "../../../src/charts/frame/theme.ts";
import { objectsIn } from "../spec-data.ts";

const ROOM = { window: [0, 120], width: 240, height: 300, gutter: 80 } as const;

const date = (from: number, label: string): ShockMark => ({
	id: label,
	label,
	brief: label,
	from,
	to: from,
	when: "Dec 2024",
	rank: 0,
});

/** Words of a strip with the box they fill. */
function wordsOf(marks: readonly ShockMark[]) {
	const { layers, height } = markStrip(marks, ROOM);
	const words = [...objectsIn(layers)].flatMap(({ mark, encoding }) => {
		const { text, color } = (mark ?? {}) as { text?: string; color?: string };
		if (text === undefined || color !== INK.mark) return [];
		const at = encoding as Record<"x" | "y", { value: number }>;
		const left = at.x.value;
		const width = textWidth(text, { size: SIZE.small });
		return [{ text, left, right: left + width, y: at.y.value }];
	});
	return { words, height };
}

it("the names of shocks never meet, and stay above the plot and inside the panel", () => {
	const marks = fc.array(
		fc.tuple(
			fc.integer({ min: 0, max: 120 }),
			fc.string({ minLength: 1, maxLength: 60 }),
		),
		{ minLength: 1, maxLength: 5 },
	);
	fc.assert(
		fc.property(marks, (each) => {
			const { words, height } = wordsOf(
				each
					.sort(([a], [b]) => a - b)
					.map(([from, label]) => date(from, label)),
			);
			expect(words).toHaveLength(each.length);
			words.forEach((a, i) => {
				expect(a.left).toBeGreaterThanOrEqual(0);
				expect(a.right).toBeLessThanOrEqual(320 + 1e-6);
				expect(a.y).toBeLessThan(0);
				expect(a.y).toBeGreaterThan(-height);
				for (const b of words.slice(i + 1))
					if (Math.abs(a.y - b.y) < 12)
						expect(a.left >= b.right || b.left >= a.right).toBe(true);
			});
		}),
		{ seed: 5 },
	);
});

it("a name is cut before its date is", () => {
	const { words } = wordsOf([
		date(
			10,
			"A ban on ore, metal and oxide that goes on and on for years and years",
		),
	]);
	expect(words[0]!.text).toMatch(/^A ban.*….*, Dec 2024$/);
});

it("far apart, they share a row", () => {
	const { height } = wordsOf([date(0, "a"), date(60, "b")]);
	expect(height).toBe(17);
});

it("shocks of one day share one line, which stays dashed", () => {
	const { layers } = markStrip([date(60, "a"), date(60, "b")], ROOM);
	const dashes = [...objectsIn(layers)].filter(({ strokeDash }) => strokeDash);
	expect(dashes).toHaveLength(1);
});

it("no line runs through words when another order of rows avoids it", () => {
	const { words } = wordsOf([
		date(40, "an early and rather long name"),
		date(110, "late"),
	]);
	const [early, late] = [words[0]!, words[1]!];
	expect(late.text).toMatch(/^late/);
	expect(early.right > 220 && early.y > late.y).toBe(false);
});
