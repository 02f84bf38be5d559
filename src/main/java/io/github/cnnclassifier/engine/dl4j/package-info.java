/**
 * The engine behind {@code engine}: Deeplearning4j and ND4J with oneDNN. The
 * one public class is {@link Dl4jEngine}; nothing outside this package names
 * Deeplearning4j or ND4J.
 * <p>
 * There are two ways. The fast one, where the native library has oneDNN, is
 * {@link FastTrainableNetwork} and {@link FastNetwork}: {@link FastBuilder}
 * binds a {@link FastLayer} for each layer of the plan to arrays of one batch
 * size, {@link FastRun} runs them, {@link AdamSteps} learns. Inside it images
 * are N,H,W,C and kernels Y,X,I,O; {@link Layout} turns stored weights. The
 * plain one, for all other platforms, is Deeplearning4j's own graph, made by
 * {@link GraphBuilder}, with the same results; {@link GraphWeights} and
 * {@link GraphMoments} turn its weights and averages.
 * <p>
 * Frozen weights keep their values on either path: on the fast one they have a
 * gradient that nobody uses, on the plain one they are put back after each
 * step. A frozen batch-norm is a map per channel ({@link FastFixedNorm},
 * {@link FixedNorm}).
 */

package io.github.cnnclassifier.engine.dl4j;
