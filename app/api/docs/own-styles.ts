/** What Swagger UI leaves to be mended: contrast, and code that scrolls where no keyboard reaches. */
export const ownStyles = `.swagger-ui * { transition: none !important; }
.swagger-ui .info .title small.version-stamp { background-color: #2b6a17; }
.swagger-ui .info .base-url, .swagger-ui .info a .url, .swagger-ui .info .url { color: #2559a8; }
.swagger-ui .btn.authorize { border-color: #17703f; color: #17703f; }
.swagger-ui .btn.authorize svg { fill: #17703f; }
.swagger-ui .opblock.opblock-post .opblock-summary-method { background: #17703f; }
.swagger-ui .opblock.opblock-get .opblock-summary-method { background: #1f62b0; }
.swagger-ui .opblock.opblock-put .opblock-summary-method { background: #8a5200; }
.swagger-ui .opblock.opblock-patch .opblock-summary-method { background: #0b6b5f; }
.swagger-ui .opblock.opblock-delete .opblock-summary-method { background: #b3261e; }
.swagger-ui .json-schema-2020-12-expand-deep-button { color: #505050; }
html.dark-mode .swagger-ui .info .base-url, html.dark-mode .swagger-ui .info .url { color: #8ab8ff; }
html.dark-mode .swagger-ui .btn.authorize { border-color: #5fd3a0; color: #5fd3a0; }
html.dark-mode .swagger-ui .btn.authorize svg { fill: #5fd3a0; }
html.dark-mode .swagger-ui .opblock .opblock-summary-method { color: #fff; text-shadow: none; }
html.dark-mode .swagger-ui .json-schema-2020-12-expand-deep-button { color: #d0d4d6; }
.swagger-ui .highlight-code > .microlight, .swagger-ui .microlight, .swagger-ui .curl {
  max-height: none !important; overflow: visible !important; white-space: pre-wrap !important; overflow-wrap: anywhere;
}
.swagger-ui .btn.cancel { border-color: #b3261e; color: #b3261e; }
.swagger-ui .btn.execute { border-color: #1f62b0; background-color: #1f62b0; }
html.dark-mode .swagger-ui .opblock .opblock-section-header .try-out__btn.cancel { border-color: #ff9c94; color: #ff9c94; }
`;
