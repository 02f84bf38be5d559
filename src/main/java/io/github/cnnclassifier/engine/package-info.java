/**
 * The seam to a deep-learning library: {@link Engine} makes a {@link Network}
 * that predicts or a {@link TrainableNetwork} that learns. A batch crosses the
 * seam as one float array; a {@link NetworkState} is all that a run needs to go
 * on. Every engine passes one contract test, {@code EngineContract}. Only
 * {@code engine.dl4j} knows what is behind.
 */

package io.github.cnnclassifier.engine;
