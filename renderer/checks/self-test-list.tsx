import { ruleText } from '../../core/checks/rule-book.ts';
import type { RuleTested, SelfTest } from '../../core/checks/self-test.ts';
import { LevelSign } from '../parts/level-sign.tsx';

const hasPassed = ({ good, broken }: RuleTested) => good && broken;

/** 规则自检: whether each rule keeps silent on its good example and speaks up on its broken one. Failures first. */
export function SelfTestList({ result: { results, passed } }: { readonly result: SelfTest }) {
  const sorted = [...results.filter((each) => !hasPassed(each)), ...results.filter(hasPassed)];
  return (
    <>
      <p className="self-test-sum" role="status">
        <LevelSign level={passed === results.length ? 'fine' : 'error'} />
        <b>
          规则自检 {passed}/{results.length}
        </b>
        每条规则在一正一反两个例子上各运行一次：正例不报，反例报出，才算通过。
      </p>
      <table className="check-table self-test-list">
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">规则</th>
            <th scope="col">正例</th>
            <th scope="col">反例</th>
            <th scope="col">反例报出</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ rule, good, broken, said }) => (
            <tr key={rule}>
              <td className="rule-cell">{rule}</td>
              <td>{ruleText(rule).name}</td>
              <TestedCell passed={good} words="不报" failed="没有通过" />
              <TestedCell passed={broken} words="报出" failed="没有报出" />
              <td className="said-cell">{said}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

interface TestedCellProps {
  readonly passed: boolean;
  readonly words: string;
  readonly failed: string;
}

function TestedCell({ passed, words, failed }: TestedCellProps) {
  return (
    <td className={passed ? 'tested' : 'tested difference-error'}>
      <LevelSign level={passed ? 'fine' : 'error'} size={13} /> {passed ? words : failed}
    </td>
  );
}
