import { execFileSync } from "node:child_process";
import {
	mkdirSync,
	mkdtempSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { scenarioFilesOf } from "../../../src/storage/folder/scenario-files.ts";

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "stibium-scenarios-"));
	mkdirSync(join(folder, "tree", "below"), { recursive: true });
	for (const path of ["secret.yaml", "tree/a.yaml", "tree/below/b.yaml"])
		writeFileSync(join(folder, path), "version: 1\n");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (path: string) => join(folder, "tree", path);
const files = () => scenarioFilesOf(at("a.yaml"));
const problem = (answer: object) =>
	"problem" in answer ? answer.problem : null;

describe("scenario files on disk", () => {
	it("are read as UTF-8", () => {
		writeFileSync(at("u.yaml"), "name: Türkiye\n");
		expect(files().read(at("u.yaml"))).toEqual({ text: "name: Türkiye\n" });
	});

	it("that are not UTF-8, missing, a folder or too large say so", () => {
		writeFileSync(at("latin.yaml"), Buffer.from([0x6e, 0x3a, 0xfc, 0x0a]));
		writeFileSync(at("large.yaml"), "#".repeat(256 * 1024 + 1));
		const { read } = files();
		expect(problem(read(at("latin.yaml")))).toMatch(/is not UTF-8 text; save/);
		expect(problem(read(at("gone.yaml")))).toMatch(/does not exist/);
		expect(problem(read(at("below")))).toMatch(/is a folder; expected a file/);
		expect(problem(read(at("large.yaml")))).toMatch(/longer than 262144 bytes/);
	});

	it("that are pipes or devices are refused at once", () => {
		execFileSync("mkfifo", [at("pipe.yaml")]);
		symlinkSync("/dev/zero", at("zero.yaml"));
		const { read } = files();
		expect(problem(read(at("pipe.yaml")))).toMatch(/is no plain file/);
		expect(problem(read(at("zero.yaml")))).toMatch(/is no plain file/);
	});
});

describe("what a scenario may extend", () => {
	it("lies beside it or below", () => {
		const { resolve } = files();
		expect(resolve(at("a.yaml"), "./below/b.yaml")).toEqual({
			path: at("below/b.yaml"),
		});
		expect(resolve(at("below/b.yaml"), "../a.yaml")).toEqual({
			path: at("a.yaml"),
		});
	});

	it("lies not outside, neither by dots nor through a link to a file or folder", () => {
		symlinkSync(join(folder, "secret.yaml"), at("link.yaml"));
		symlinkSync(folder, at("out"));
		const { resolve } = files();
		for (const path of ["../secret.yaml", "./link.yaml", "./out/secret.yaml"])
			expect(problem(resolve(at("a.yaml"), path))).toMatch(
				/lies outside the folder of the scenario/,
			);
	});

	it("exists, and is no link to itself", () => {
		symlinkSync(at("ring.yaml"), at("ring.yaml"));
		const { resolve } = files();
		expect(problem(resolve(at("a.yaml"), "./gone.yaml"))).toMatch(
			/does not exist/,
		);
		expect(problem(resolve(at("a.yaml"), "./ring.yaml"))).toMatch(/in a ring/);
	});
});
