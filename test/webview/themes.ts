/** Colours that an editor's theme gives to a panel's page, and the class of its body. */
export interface Theme {
  readonly name: string;
  readonly body: string;
  readonly colours: Readonly<Record<string, string>>;
}

export const THEMES: readonly Theme[] = [
  {
    name: 'light',
    body: 'vscode-light',
    colours: {
      'editor-background': '#ffffff',
      'editor-foreground': '#3b3b3b',
      descriptionForeground: '#3b3b3b',
      'charts-purple': '#652d90',
      'charts-orange': '#d18616',
      'charts-red': '#e51400',
      'charts-blue': '#0063d3',
      'charts-green': '#388a34',
      'editorWarning-foreground': '#bf8803',
      focusBorder: '#005fb8',
    },
  },
  {
    name: 'dark',
    body: 'vscode-dark',
    colours: {
      'editor-background': '#1f1f1f',
      'editor-foreground': '#cccccc',
      descriptionForeground: '#9d9d9d',
      'charts-purple': '#b180d7',
      'charts-orange': '#d18616',
      'charts-red': '#f14c4c',
      'charts-blue': '#59a4f9',
      'charts-green': '#89d185',
      'editorWarning-foreground': '#cca700',
      focusBorder: '#0078d4',
    },
  },
  {
    name: 'high contrast',
    body: 'vscode-high-contrast',
    colours: {
      'editor-background': '#000000',
      'editor-foreground': '#ffffff',
      descriptionForeground: '#ffffff',
      contrastBorder: '#6fc3df',
      'charts-purple': '#b180d7',
      'charts-orange': '#d18616',
      'charts-red': '#f48771',
      'charts-blue': '#75beff',
      'charts-green': '#89d185',
      'editorWarning-foreground': '#ffd370',
      focusBorder: '#f38518',
    },
  },
  {
    name: 'high contrast, light',
    body: 'vscode-high-contrast vscode-high-contrast-light',
    colours: {
      'editor-background': '#ffffff',
      'editor-foreground': '#292929',
      descriptionForeground: '#292929',
      contrastBorder: '#0f4a85',
      'charts-purple': '#652d90',
      'charts-orange': '#b1590a',
      'charts-red': '#b5200d',
      'charts-blue': '#1a85ff',
      'charts-green': '#374e06',
      'editorWarning-foreground': '#895503',
      focusBorder: '#006bbd',
    },
  },
];
