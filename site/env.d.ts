/// <reference types="astro/client" />

declare namespace App {
  interface Locals extends Partial<import('./view.ts').View> {
    site: import('./view.ts').Site;
  }
}
