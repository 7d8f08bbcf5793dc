import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'footnote/widget';

const SUGGESTIONS = ['How many ships called at Saltmere in 2024?'];

/** React hands an array over as a property and listens to an event whose name stands after `on`. */
function App({ endpoint }) {
  const [sources, setSources] = useState([]);
  return (
    <main>
      <h1>Saltmere harbour</h1>
      <footnote-chat
        endpoint={endpoint}
        heading="Ask the harbour board"
        suggestions={SUGGESTIONS}
        onfootnote-answer={({ detail }) => setSources(detail.citations)}
      />
      <p>
        Shown so far: <output>{sources.map(({ title }) => title).join('; ')}</output>
      </p>
    </main>
  );
}

const place = document.querySelector('#app');
createRoot(place).render(<App endpoint={place.dataset.endpoint} />);
