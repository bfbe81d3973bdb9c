# What the scripts need from the machine. Sourced; each function ends the script with a sentence when something is missing.

# What apt can install is installed where that is possible without asking (root, Debian); otherwise the sentence says how.
install_packages() {
  if [[ "$(id -u)" == 0 ]] && command -v apt-get > /dev/null; then
    echo "Installing $* …" >&2
    apt-get update -qq > /dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" > /dev/null
  fi
}

missing() {
  echo "$1" >&2
  exit 1
}

need_dotnet() {
  command -v dotnet > /dev/null || missing "The .NET SDK 10 is missing. Install it (Debian: package dotnet-sdk-10.0, or dotnet.microsoft.com) and try again."
  [[ "$(dotnet --version 2> /dev/null)" == 10.* ]] || missing "ParkBrand needs the .NET SDK 10; this is $(dotnet --version 2> /dev/null || echo unknown). Install version 10 and try again."
}

# Whole answers are compared, not piped into grep -q: that one leaves at the first hit, and with pipefail a writer that is
# still writing then counts as failed.
has_icu() {
  [[ "$(ldconfig -p 2> /dev/null)" == *libicuuc.so* ]]
}

need_icu() {
  has_icu || install_packages libicu72 || true
  has_icu || missing "The ICU library is missing: dates, numbers and Chinese text need it. Install it (Debian: apt-get install libicu72) and try again."
}

need_node() {
  command -v npm > /dev/null || install_packages nodejs npm || true
  command -v npm > /dev/null || missing "Node.js 20 with npm is missing: the editors' client is bundled with it, and checks of the pages come from npm. Install it (Debian: apt-get install nodejs npm) and try again."
}

need_chromium() {
  command -v chromium > /dev/null || install_packages chromium || true
  command -v chromium > /dev/null || missing "Chromium is missing: the browser tests drive it. Install it (Debian: apt-get install chromium) and try again."
}

has_chinese_font() {
  [[ -n "$(fc-list :lang=zh 2> /dev/null)" ]]
}

# Only one test serves files with it, and says that it was left out where there is none. Its own service is not started.
want_nginx() {
  command -v nginx > /dev/null || [[ -x /usr/sbin/nginx ]] || RUNLEVEL=1 install_packages nginx-light || true
}

need_chinese_font() {
  has_chinese_font || install_packages fontconfig fonts-noto-cjk || true
  has_chinese_font || missing "A Chinese font is missing: pages would show empty boxes. Install one (Debian: apt-get install fonts-noto-cjk) and try again."
}
