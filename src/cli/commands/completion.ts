/** `stibium completion [shell]`: the script by which a shell completes commands, flags and names. */

import { command } from "../line/command.ts";
import { EXIT } from "../line/exit-codes.ts";

export const completion = command({
	usage: "completion [shell]",
	describe: "print what bash or zsh reads to complete commands and names",
	words: {
		shell: {
			default: "bash",
			describe: "bash or zsh",
			known: async () => (await import("../completion/scripts.ts")).SHELLS,
			called: "the shell",
		},
	},
	async run({ shell, json }) {
		const { completionScript } = await import("../completion/scripts.ts");
		const { print } = await import("../terminal/talk.ts");
		const script = completionScript(shell);
		print(json ? JSON.stringify({ shell, script }) : script);
		return EXIT.done;
	},
});
