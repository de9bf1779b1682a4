import { optionsText as text, PERMISSIONS } from '@/lib/text/pages/options';

import { Section } from './Section';

/** What each permission is for. */
export function PermissionsSection() {
  return (
    <Section id="permissions" lead={text.permissionsLead}>
      <table class="pb-permissions">
        <thead>
          <tr>
            <th scope="col">{text.permission}</th>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.granted}</th>
          </tr>
        </thead>
        <tbody>
          {PERMISSIONS.map(([name, purpose, when]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{purpose}</td>
              <td>{text[when]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
