import type { Command } from "../line/command.ts";
import { EXIT } from "../line/exit-codes.ts";
import { commonOptions, textOf } from "../line/raw-options.ts";

/** `stibium completion [shell]`: what a shell reads to complete commands, flags and names. */
export const completion: Command = {
	usage: "completion [shell]",
	describe: "print what bash or zsh reads to complete commands and names",
	words: {
		shell: { type: "string", default: "bash", describe: "bash or zsh" },
	},
	flags: {},
	async run(raw) {
		const { SHELLS, completionScript } = await import(
			"../completion/scripts.ts"
		);
		const { oneOf } = await import("../../actions/one-of.ts");
		const { print } = await import("../terminal/talk.ts");
		const shell = oneOf(textOf(raw, "shell") ?? "", SHELLS, "the shell");
		const script = completionScript(shell);
		print(commonOptions(raw).json ? JSON.stringify({ shell, script }) : script);
		return EXIT.done;
	},
};
