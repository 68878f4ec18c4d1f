import { useData } from 'vitepress';
import { defineComponent, h } from 'vue';
import dark from '../../pictures/story-dark.png';
import light from '../../pictures/story-light.png';

/** How a submission becomes an entry, in a picture; the page's front matter says it in words (`story`). */
export const Story = defineComponent(() => {
  const { frontmatter } = useData();
  const picture = (theme: string, src: string) =>
    h('img', { class: theme, src, alt: frontmatter.value['story'] });
  return () => h('div', { class: 'story' }, [picture('light', light), picture('dark', dark)]);
});
