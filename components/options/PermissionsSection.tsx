import { optionsText as text, PERMISSIONS } from '@/lib/text/pages/options';

import type { OptionsModel } from './options-model';
import { Section } from './Section';
import { TestedSites } from './TestedSites';

/** What each permission is for, and what was allowed in DevTools. */
export function PermissionsSection({ model }: { model: OptionsModel }) {
  return (
    <Section id="permissions" lead={text.permissionsLead} remark={model.remark.value}>
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
      <TestedSites model={model} />
    </Section>
  );
}
