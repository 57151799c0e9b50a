# The one place that knows where Emscripten is. Source it:  . ./emsdk-env.sh
#
# It looks in $EMSDK, in ./emsdk (here or beside this file), on PATH and at
# Debian's package, in this order, says which it took, and exports
#
#   EMCC, EMAR   the compiler and the archiver
#   EM_VERSION   such as 3.1.6
#   EM_STACK     how this version spells the stack's size: TOTAL_STACK or STACK_SIZE
#   NODE_PATH    with Debian's package only, which keeps its scripts outside npm's folders
#
# It works in dash, bash and zsh, with or without `set -eu`, and leaves the
# caller's shell options alone. Without Emscripten it returns 1.

# Where this file lies. Bash and zsh say it; dash keeps the file that it is
# reading open, and Linux shows the name of that.
_bp_here=
if [ -n "${BASH_VERSION-}" ]; then
    _bp_here=${BASH_SOURCE-}
elif [ -n "${ZSH_VERSION-}" ]; then
    eval '_bp_here=${(%):-%x}'
else
    for _bp_try in /proc/$$/fd/*; do
        _bp_try=$(readlink "$_bp_try" 2>/dev/null) || continue
        case $_bp_try in
            */emsdk-env.sh) _bp_here=$_bp_try ;;
        esac
    done
fi
case $_bp_here in
    */*) _bp_here=${_bp_here%/*} ;;
    *)   _bp_here=. ;;
esac

EMCC=
for _bp_try in "${EMSDK:+$EMSDK/upstream/emscripten/emcc}" "${EMSDK:+$EMSDK/emcc}" \
        ./emsdk/upstream/emscripten/emcc "$_bp_here/emsdk/upstream/emscripten/emcc" \
        "$(command -v emcc 2>/dev/null || :)" /usr/share/emscripten/emcc; do
    if [ -z "$EMCC" ] && [ -n "$_bp_try" ] && [ -f "$_bp_try" ] && [ -x "$_bp_try" ]; then
        EMCC=$_bp_try
    fi
done
case $EMCC in
    ./*|../*) EMCC=$PWD/$EMCC ;;
esac

if [ -n "$EMCC" ]; then
    EMAR=${EMCC%/*}/emar

    # A file beside emcc has the version; asking emcc itself takes ten times as long.
    _bp_try=$(readlink -f "$EMCC" 2>/dev/null) || _bp_try=$EMCC
    if [ -r "${_bp_try%/*}/emscripten-version.txt" ]; then
        EM_VERSION=$(tr -cd '0-9.\n' <"${_bp_try%/*}/emscripten-version.txt")
    else
        EM_VERSION=$("$EMCC" --version | sed -n '1s/.* \([0-9][0-9]*\.[0-9][0-9.]*\).*/\1/p')
    fi

    # 3.1.27 is where the manual's spelling changed; newer ones warn about the old.
    EM_STACK=$(printf '%s\n' "$EM_VERSION" | {
        IFS=. read -r _bp_major _bp_minor _bp_patch || :
        if [ "$((${_bp_major:-0} * 1000000 + ${_bp_minor:-0} * 1000 + ${_bp_patch:-0}))" -lt 3001027 ]; then
            echo TOTAL_STACK
        else
            echo STACK_SIZE
        fi
    })
    export EMCC EMAR EM_VERSION EM_STACK

    # Node from elsewhere than Debian does not look where Debian's emcc has its acorn.
    case $_bp_try in
        /usr/share/emscripten/*)
            case :${NODE_PATH-}: in
                *:/usr/share/nodejs:*) ;;
                *) NODE_PATH=/usr/share/nodejs${NODE_PATH:+:$NODE_PATH} ;;
            esac
            export NODE_PATH ;;
    esac
    printf 'Emscripten %s: %s\n' "$EM_VERSION" "$EMCC"
else
    unset EMCC
    printf '%s\n' 'Emscripten not found in $EMSDK, ./emsdk or on PATH. On Debian: apt-get install emscripten' \
        'Elsewhere: unpack the Emscripten SDK as ./emsdk, then ./emsdk/emsdk install latest && ./emsdk/emsdk activate latest' >&2
fi

unset _bp_here _bp_try
[ -n "${EMCC-}" ] || return 1
