/** The scripts by which a shell learns to complete. */

import { fileURLToPath } from "node:url";

/** Shells that can be told how to complete. */
export const SHELLS = ["bash", "zsh"] as const;
export type Shell = (typeof SHELLS)[number];

/** The program that answers, as this checkout has it. */
const ANSWERER = fileURLToPath(new URL("../complete.js", import.meta.url));

const quoted = (word: string): string => `'${word.replace(/'/g, `'\\''`)}'`;

/** The script that a shell reads to complete `stibium` and `npx stibium`. */
export function completionScript(shell: Shell): string {
	const call = `${quoted(process.execPath)} ${quoted(ANSWERER)}`;
	return shell === "bash" ? bashScript(call) : zshScript(call);
}

/** Script for bash, which offers names of files wherever no word is known. */
const bashScript = (
	call: string,
): string => `# completes stibium in bash; put this line into ~/.bashrc:
#   source <(npx stibium completion bash)
_stibium() {
	local line
	COMPREPLY=()
	while IFS= read -r line; do
		COMPREPLY+=("\${line%%$'\\t'*}")
	done < <(${call} "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
	if [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *= ]]; then
		compopt -o nospace 2>/dev/null
	fi
}
_stibium_by_npx() {
	[[ \${COMP_WORDS[1]} == stibium && COMP_CWORD -gt 1 ]] || return
	COMP_WORDS=("\${COMP_WORDS[@]:1}")
	COMP_CWORD=$((COMP_CWORD - 1))
	_stibium
}
complete -o bashdefault -o default -F _stibium stibium
complete -p npx >/dev/null 2>&1 || complete -o bashdefault -o default -F _stibium_by_npx npx`;

const zshScript = (call: string): string => `#compdef stibium
# completes stibium in zsh; put this line into ~/.zshrc, below compinit:
#   source <(npx stibium completion zsh)
_stibium() {
	local line
	local -a found
	for line in "\${(@f)$(${call} "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
		[[ -n $line ]] && found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
	done
	(( \${#found} )) && _describe -V stibium found || _files
}
compdef _stibium stibium`;
