import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cli, type Ended, workFolder } from "./program.ts";

const folder = workFolder();
writeFileSync(
	join(folder, "short.yaml"),
	"version: 1\nname: Short\nquestion: What if?\nhorizon: {from: 2022-01, to: 2022-06}\nreference: 2022-02\n",
);
const SHORT = ["run", "short.yaml", "-n", "30", "--seed", "7"];

const digestOf = ({ out }: Ended) =>
	/^digest {3}([0-9a-f]{64})/m.exec(out)?.[1];

/** Flips one bit in the middle of a file. */
function flip(path: string): void {
	const bytes = readFileSync(join(folder, path));
	bytes[bytes.length >> 1]! ^= 4;
	writeFileSync(join(folder, path), bytes);
}

const whole = await cli([...SHORT, "--out", "whole", "-q"], folder);

describe("shards on the command line", () => {
	it("are run apart, one of them empty, and merged to the digest of the undivided batch", async () => {
		for (const index of [1, 2, 3]) {
			const words = ["--out", "shards", "--shard", `${index}/3`];
			const ended = await cli([...SHORT, ...words], folder);
			expect(ended.code, ended.talk).toBe(0);
			expect(ended.talk).toContain(`shard ${index} of 3`);
			expect(ended.out).toContain(`--seed 7 --shard ${index}/3`);
		}
		const names = readdirSync(join(folder, "shards"))
			.filter((name) => name !== "latest")
			.map((name) => join("shards", name));
		const merged = await cli(["merge", ...names, "--out", "merged"], folder);
		expect(merged.code, merged.talk).toBe(0);
		expect(digestOf(merged)).toBe(digestOf(whole));
		expect(merged.out).toMatch(
			/^repeat {3}npx stibium run short\.yaml -n 30 --seed 7$/m,
		);
		const some = await cli(
			["merge", names[2] ?? "", "--out", "merged"],
			folder,
		);
		expect(some.code).toBe(7);
		expect(some.talk).toMatch(/^replicates \d+ to \d+.* are missing/);
	});
});

describe("verify", () => {
	it("says that results are sound, then which file is not: exit 8", async () => {
		const sound = await cli(["verify", "latest", "--out", "whole"], folder);
		expect(sound.code).toBe(0);
		expect(digestOf(sound)).toBe(digestOf(whole));
		flip("whole/latest/months.parquet");
		const corrupt = await cli(
			["verify", "latest", "--out", "whole", "--json"],
			folder,
		);
		expect(corrupt.code).toBe(8);
		expect(JSON.parse(corrupt.out)).toMatchObject({
			sound: false,
			corrupt: [{ file: "months.parquet" }],
		});
		const resumed = await cli(["resume", "latest", "--out", "whole"], folder);
		expect(resumed.code).toBe(8);
		expect(resumed.talk).toMatch(/months\.parquet is corrupt/);
		flip("whole/latest/months.parquet");
	});
});

describe("resume", () => {
	it("of a complete folder prints its digest and exits 0", async () => {
		const ended = await cli(["resume", "whole/latest"], folder);
		expect(ended.code, ended.talk).toBe(0);
		expect(digestOf(ended)).toBe(digestOf(whole));
	});

	it("of what is no results folder is refused, exit 2", async () => {
		const ended = await cli(["resume", "."], folder);
		expect(ended.code).toBe(2);
		expect(ended.talk).toMatch(
			/^\. holds no manifest\.json; it is not a results folder$/m,
		);
	});
});
