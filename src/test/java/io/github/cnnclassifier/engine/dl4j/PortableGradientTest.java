
package io.github.cnnclassifier.engine.dl4j;

/** The same of the way without oneDNN. */
class PortableGradientTest extends FastGradientTest {

	@Override
	ComputePath path() {
		return ComputePath.PORTABLE;
	}
}
