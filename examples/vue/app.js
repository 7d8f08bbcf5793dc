import { createApp, h, ref } from 'vue';
import 'footnote/widget';

const SUGGESTIONS = ['How many ships called at Saltmere in 2024?'];

/**
 * Written with `h`, so that no template is compiled in the browser and a strict policy holds. In a template it is
 * `<footnote-chat :endpoint :suggestions @footnote-answer>`, with `footnote-chat` named in `isCustomElement`.
 */
const App = {
  props: { endpoint: { type: String, required: true } },
  setup({ endpoint }) {
    const sources = ref([]);
    return () =>
      h('main', [
        h('h1', 'Saltmere harbour'),
        h('footnote-chat', {
          endpoint,
          heading: 'Ask the harbour board',
          suggestions: SUGGESTIONS,
          onFootnoteAnswer: ({ detail }) => {
            sources.value = detail.citations;
          },
        }),
        h('p', ['Shown so far: ', h('output', sources.value.map(({ title }) => title).join('; '))]),
      ]);
  },
};

const place = document.querySelector('#app');
createApp(App, { endpoint: place.dataset.endpoint }).mount(place);
