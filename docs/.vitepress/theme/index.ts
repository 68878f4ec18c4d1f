import type { Theme } from 'vitepress';
import DefaultTheme, { VPHomeFeatures, VPHomeHero } from 'vitepress/theme-without-fonts';
import { h } from 'vue';
import { Story } from './story.ts';
import './style.css';

/** The first page, in a landmark that screen readers find, with README's picture. */
const home = () => h('main', { class: 'VPHome' }, [h(VPHomeHero), h(Story), h(VPHomeFeatures)]);

const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp: ({ app }) => {
    app.component('home', home);
  },
};

export default theme;
