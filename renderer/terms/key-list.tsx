import { KEY_GROUPS } from './keys.ts';

/** 快捷键. */
export function KeyList() {
  return KEY_GROUPS.map(({ title, keys }) => (
    <section key={title} className="key-group" aria-label={title}>
      <h3>{title}</h3>
      <table>
        <tbody>
          {keys.map(([press, does]) => (
            <tr key={press}>
              <th scope="row">
                <kbd className="key">{press}</kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  ));
}
