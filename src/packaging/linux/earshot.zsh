#compdef earshot
# zsh takes the completion of bash.
autoload -U +X bashcompinit && bashcompinit
source /usr/share/bash-completion/completions/earshot
_bash_complete -o default -F _complete_earshot
