/** What a how-to is about, as a person says it at the beginning of a question: "In Git", "With `kubectl`". */
export interface Topic {
  readonly lead: string
  /** Matches a question that names the topic itself. */
  readonly named: RegExp
}

/**
 * One topic a line: its lead, the names of its folders, languages and programs, and after "+" other words that already
 * give it away in a question.
 */
const table = `
In Git = git gitflow
With Jujutsu = jj jujutsu
On GitHub = github gh + git actions
With GitLab = gitlab glab
In Vim = vim vi viml vimscript + neovim nvim vimrc
In Neovim = neovim nvim + vim
In Emacs = emacs elisp emacs-lisp + org-mode
In VS Code = vscode vs-code visual-studio-code code + visual
In tmux = tmux
In Bash = bash + shell
In Zsh = zsh + shell oh-my-zsh
In fish = fish + shell
In PowerShell = powershell pwsh ps1
In the shell = shell unix sh cli terminal command-line commandline console + bash zsh unix direnv
On Linux = linux ubuntu debian arch + systemd upstart
On macOS = mac macos osx + iterm2 homebrew
On Windows = windows wsl + powershell
With Homebrew = brew homebrew
In PostgreSQL = postgres postgresql psql pgsql plpgsql pg
In MySQL = mysql mariadb
In SQLite = sqlite sqlite3
In SQL = sql + postgres mysql sqlite
In MongoDB = mongodb mongo mongosh + mongoose
In Redis = redis redis-cli
In Elasticsearch = elasticsearch
In Python = python py python3 ipython + pandas django flask pip pytest numpy
In Django = django
In Flask = flask
In FastAPI = fastapi
In pandas = pandas
In NumPy = numpy
With pytest = pytest
With pip = pip pip3
In Ruby = ruby rb irb pry + rails rspec bundler rvm activerecord rubocop
In Rails = rails rubyonrails ruby-on-rails + activerecord actionmailer activemodel
With RSpec = rspec
With Bundler = bundler bundle
In JavaScript = javascript js node nodejs mjs + npm pnpm yarn jest typescript deno bun
In TypeScript = typescript ts tsc
With npm = npm npx + pnpm
With pnpm = pnpm
With Yarn = yarn
In React = react reactjs jsx tsx + react-native
In React Native = react_native react-native reactnative
In Next.js = nextjs next.js
In Vue = vue vuejs
In Svelte = svelte sveltekit
In Angular = angular
In Gatsby = gatsby
With Jest = jest
With Prisma = prisma
With Drizzle = drizzle
With Zod = zod
With XState = xstate
In Tailwind CSS = tailwind tailwindcss
In HTML = html
In CSS = css scss sass + sass scss
In GraphQL = graphql
In GROQ = groq
In Go = go golang
In Rust = rust rs cargo
In Java = java
In Kotlin = kotlin kt
In Scala = scala
In Clojure = clojure clj clojurescript + leiningen
In Elixir = elixir iex exs mix + phoenix ecto
In Phoenix = phoenix
In Erlang = erlang
In Haskell = haskell hs ghci
In OCaml = ocaml
In ReasonML = reason reasonml
In C = c
In C++ = cpp c++
In C# = csharp c# cs
In PHP = php
In Laravel = laravel
In Perl = perl
In Lua = lua
In R = r
In Julia = julia
In Swift = swift
In Dart = dart
In Flutter = flutter
In LaTeX = latex tex
In Excel = excel
In Chrome = chrome + browser
In Firefox = firefox + browser
With Docker = docker dockerfile docker-compose
In Kubernetes = kubernetes k8s
With Terraform = terraform hcl
With Ansible = ansible
With Helm = helm
With AWS = aws
With Heroku = heroku
With Vercel = vercel
With Netlify = netlify
With PlanetScale = planetscale pscale
With Claude Code = claude-code claude
With mise = mise
With asdf = asdf
With Nix = nix nixos
In nginx = nginx
`

/** Names that are everyday words too: a heading that holds them need not mean the topic. */
const everyday =
  /^(?:c|r|go|code|fish|reason|arch|next|console|terminal|cli|shell|swift|dart|helm|phoenix|mix|react|rust|less|claude|windows|mac|actions|cs|ts|js|py|rs|kt|hs|exs|tex|zod|sh|vi|cargo|bundle)$/

const topics: ReadonlyMap<string, Topic> = new Map(
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [lead = '', names = ''] = line.split(' = ')
      const [own = '', kin = ''] = names.split(' + ')
      const keys = own.split(' ')
      const topic: Topic = { lead, named: anyOf([...keys, ...kin.split(' '), lead.replace(/^\S+ /, '')]) }
      return keys.map((key) => [key, topic] as const)
    }),
)

/** A pattern that finds one of the words in a text, whatever its case. */
function anyOf(words: readonly string[]): RegExp {
  const safe = words.filter((word) => word !== '').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${safe.join('|')})(?![\\p{L}\\p{N}_+#])`, 'iu')
}

/** The topic of a folder, a language or a program; undefined for other names. */
export const topicOf = (name: string): Topic | undefined => topics.get(name.toLowerCase())

/** The one topic that a heading names; undefined when it names none or several. */
export function topicIn(heading: string): Topic | undefined {
  const names = heading.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}.+#_-]*/gu) ?? []
  const found = new Set(
    names.flatMap((name) => (everyday.test(name) ? [] : (topicOf(name.replace(/[.-]+$/, '')) ?? []))),
  )
  const [only, ...others] = found
  return others.length === 0 ? only : undefined
}
