"""One file a site: data and page classes, no control flow."""
