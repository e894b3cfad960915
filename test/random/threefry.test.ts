import { describe, expect, it } from "vitest";
import { expandKey, threefry } from "../../src/random/threefry.ts";

function block(counter: readonly number[], key: readonly number[]): string {
	const words = Int32Array.from(counter);
	const expanded = Int32Array.from([...key, 0]);
	expandKey(expanded);
	threefry(words, expanded);
	return Array.from(words, (w) => (w >>> 0).toString(16).padStart(8, "0")).join(
		" ",
	);
}

describe("Threefry-4x32-20", () => {
	it("gives the known answers of Random123", () => {
		expect(block([0, 0, 0, 0], [0, 0, 0, 0])).toBe(
			"9c6ca96a e17eae66 fc10ecd4 5256a7d8",
		);
		expect(block([-1, -1, -1, -1], [-1, -1, -1, -1])).toBe(
			"2a881696 57012287 f6c7446e a16a6732",
		);
		expect(
			block(
				[0x243f6a88, 0x85a308d3 | 0, 0x13198a2e, 0x03707344],
				[0xa4093822 | 0, 0x299f31d0, 0x082efa98, 0xec4e6c89 | 0],
			),
		).toBe("59cd1dbb b8879579 86b5d00c ac8b6d84");
	});
});
