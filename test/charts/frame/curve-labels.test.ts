import { describe, expect, it } from "vitest";
import {
	type Box,
	type PixelCurve,
	type PlacedName,
	placeNames,
} from "../../../src/charts/frame/curve-labels.ts";

const ROOM = { width: 1000, height: 400, taken: [] };

/** A curve that falls from the top left to the foot at `end` px. */
const falling = (end: number, from = 0): PixelCurve =>
	Array.from({ length: 101 }, (_, i) => [
		(end * i) / 100,
		from + ((400 - from) * i) / 100,
	]);

const meets = (a: Box, b: Box) =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const holds = ({ left, right, top, bottom }: Box, curve: PixelCurve) =>
	curve.some(([x, y]) => x > left && x < right && y > top && y < bottom);

function expectClear(
	placed: readonly PlacedName[],
	curves: readonly PixelCurve[],
): void {
	placed.forEach(({ box }, i) => {
		expect(box.left).toBeGreaterThanOrEqual(0);
		expect(box.right).toBeLessThanOrEqual(ROOM.width);
		expect(box.top).toBeGreaterThanOrEqual(0);
		expect(box.bottom).toBeLessThanOrEqual(ROOM.height);
		for (const curve of curves) expect(holds(box, curve)).toBe(false);
		for (const other of placed.slice(i + 1))
			expect(meets(box, other.box)).toBe(false);
	});
}

describe("the names of curves", () => {
	it("stand beside curves that lie apart, without lines", () => {
		const curves = [falling(300), falling(600), falling(900)];
		const placed = placeNames(["one", "two", "three"], curves, ROOM);
		expectClear(placed, curves);
		for (const { leader } of placed) expect(leader).toBeNull();
	});

	it("keep clear of what is already written", () => {
		const taken = [{ left: 0, right: 1000, top: 0, bottom: 300 }];
		const [placed] = placeNames(["one"], [falling(500)], { ...ROOM, taken });
		expect(placed!.box.top).toBeGreaterThan(300);
	});

	it("find places for curves that are the same", () => {
		const curves = [falling(500), falling(500)];
		expectClear(placeNames(["one", "two"], curves, ROOM), curves);
	});

	it("stand beside rising curves too, and near its curve with a line where one runs along another", () => {
		const rising = (end: number): PixelCurve =>
			falling(end).map(([x, y]) => [x, 400 - y]);
		const level = (height: number): PixelCurve =>
			falling(1000).map(([x]) => [x, height]);
		const curves = [rising(600), rising(900), level(391), level(396)];
		const placed = placeNames(["one", "two", "three", "four"], curves, ROOM);
		expectClear(placed, curves);
		const lines = placed.map(({ leader }) => leader);
		expect(lines.slice(0, 2)).toEqual([null, null]);
		expect(lines.filter((line) => line !== null)).toHaveLength(1);
		lines.forEach((line, i) => {
			if (line !== null) expect(curves[i]).toContainEqual(line);
		});
	});

	it("stand in a column with a line to each curve when the curves lie too close", () => {
		const curves = Array.from({ length: 8 }, (_, i) =>
			falling(300 + 4 * i, 5 * i),
		);
		const names = curves.map((_, i) => `A scenario with number ${i}`);
		const placed = placeNames(names, curves, ROOM);
		expectClear(placed, curves);
		const lefts = new Set(placed.map(({ box }) => box.left));
		expect(lefts.size).toBe(1);
		placed.forEach(({ leader }, i) => {
			expect(curves[i]).toContainEqual(leader);
		});
	});
});
