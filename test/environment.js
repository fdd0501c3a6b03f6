/** Jest's environment for Node, with an ordinary global object: `Math.abs` is then as fast as anywhere. */
import vm from "node:vm";
import { TestEnvironment } from "jest-environment-node";

/** Jest takes a proxy for its global object: every look at a global, such as `Object.is` or NaN, leaves compiled code. */
export default class OrdinaryGlobal extends TestEnvironment {
  constructor(config, context) {
    const { createContext } = vm;
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(config, context);
    } finally {
      vm.createContext = createContext;
    }
  }
}
