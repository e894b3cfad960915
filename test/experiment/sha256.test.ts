import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { Sha256, sha256OfText } from "../../src/experiment/sha256.ts";

describe("SHA-256", () => {
	test.each([
		["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
		["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
		[
			"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
			"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
		],
		[
			"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
			"cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1",
		],
	])("gives the published digest of %j", (text, digest) => {
		expect(sha256OfText(text)).toBe(digest);
	});

	test("gives the published digest of a million times 'a'", () => {
		const hash = new Sha256();
		const thousand = new TextEncoder().encode("a".repeat(1000));
		for (let i = 0; i < 1000; i++) hash.update(thousand);
		expect(hash.hex()).toBe(
			"cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
		);
	});

	test("agrees with the platform at every length around a block, however the bytes are cut", () => {
		for (let length = 0; length <= 260; length++) {
			const bytes = Uint8Array.from({ length }, (_, i) => (i * 37) & 255);
			const expected = createHash("sha256").update(bytes).digest("hex");
			const cut = Math.floor(length / 3);
			const hash = new Sha256()
				.update(bytes.subarray(0, cut))
				.update(bytes.subarray(cut));
			expect(hash.hex()).toBe(expected);
		}
	});
});
