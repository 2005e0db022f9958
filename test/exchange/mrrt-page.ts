/** A sound file of the format, made up. */
export const SOUND = `<!DOCTYPE html>
<html lang="en">
<head>
<title>Rib study</title>
<meta charset="UTF-8" />
<meta name="dcterms.title" content="Rib study" />
<meta name="dcterms.identifier" content="1.2.3" />
<meta name="dcterms.type" content="IMAGE_REPORT_TEMPLATE" />
<meta name="dcterms.language" content="en" />
<meta name="dcterms.publisher" content="Department of ribs" />
<meta name="dcterms.rights" content="For everyone" />
<meta name="dcterms.license" content="CC BY 4.0" />
<meta name="dcterms.date" content="2024-06-30" />
<meta name="dcterms.creator" content="A. N. Author" />
<script type="text/xml">
<!--
<template_attributes>
<top-level-flag>true</top-level-flag>
<status>ACTIVE</status>
<coding_schemes><coding_scheme name="RADLEX" designator="2.16.840.1.113883.6.256" /></coding_schemes>
<term type="body part"><code meaning="rib" value="RID2471" scheme="Radlex" /></term>
<coded_content><entry ORIGTXT="side"><term><code meaning="side" value="RID5821" scheme="RADLEX" /></term></entry></coded_content>
</template_attributes>
-->
</script>
</head>
<body>
<section data-section-name="Procedure"><header class="level1">Technique</header><p>CT, <label for="dose">dose</label> <input id="dose" type="number" data-field-type="NUMBER" data-field-units="mGy" min="1" max="50" /> mGy</p></section>
<section data-section-name="Findings">
<header class="level1">Findings</header>
<table><tr><td><label for="side">Ribs</label></td><td><select id="side" data-field-type="SELECTION_LIST" data-field-completion-action="PROHIBIT">
<option value="l">left</option><option selected="selected">right</option></select></td></tr></table>
<ul><li>One</li><li>Two <b>bold</b></li></ul>
<p><label for="when">Seen on</label><input id="when" type="date" data-field-type="DATE" /> and <mark>not said</mark> done.</p>
<p><label for="free">More</label><textarea id="free" data-field-type="TEXTAREA">None.</textarea></p>
</section>
</body>
</html>
`;

/** It with one thing put in the place of another, which must be there. */
export function changed(from: string | RegExp, to: string): string {
  const text = SOUND.replace(from, to);
  if (text === SOUND) throw new Error(`${from} is not in the file`);
  return text;
}
