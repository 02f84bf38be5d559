
package io.github.cnnclassifier.engine.dl4j;

import java.util.List;

/** Layers one after the other. */
record FastChain(List<FastLayer> layers, Signal output) implements FastLayer {

	@Override
	public void forward(final boolean training) {
		for (final FastLayer layer : layers)
			layer.forward(training);
	}

	@Override
	public void backward() {
		for (int i = layers.size() - 1; i >= 0; i--)
			layers.get(i).backward();
	}
}
