/** What stands in the zip beside the app. */
export const readme = (
  build: string,
) => `Ballast, to be run on your own computer. No domain and no host is needed.

1. Unpack everything.
2. Serve the folder "app" with any web server. A browser does not run it from a file:// address.
   With Python:  python3 -m http.server 8080 --bind 127.0.0.1 --directory app
   With PHP:     php -S 127.0.0.1:8080 -t app
   With Caddy:   caddy file-server --root app --listen 127.0.0.1:8080
3. Open http://127.0.0.1:8080/ in the browser that has your wallet.

Which chain, contracts and nodes are used stands in app/config.json. Read it, and change the nodes to those you trust:
without a host that sends headers the page may ask any https:// node, and http:// ones on your own computer.

The build: sha256 ${build}
is that of app/manifest.sha256, the list of its files. In the folder "app", "sha256sum -c manifest.sha256" checks them all.
Whoever builds the same sources gets the same hash: compare it with theirs.
`
