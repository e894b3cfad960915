import { spawnSync } from "node:child_process";

/** Builds the program before any test, so that none is tried on an older one. */
export default function build(): void {
	const { status } = spawnSync("npm run build --silent", {
		shell: true,
		cwd: new URL("..", import.meta.url),
		stdio: "inherit",
	});
	if (status !== 0) throw new Error("the program cannot be built");
}
