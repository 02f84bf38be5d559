/**
 * The engine behind {@code engine}: ND4J, the arrays and native operations of
 * Deeplearning4j. The one public class is {@link Dl4jEngine}; nothing outside
 * this package names either.
 * <p>
 * {@link FastTrainableNetwork} and {@link FastNetwork} are its networks:
 * {@link FastBuilder} binds a {@link FastLayer} for each layer of the plan to
 * arrays of one batch size, {@link FastRun} runs them, {@link OptimizerSteps}
 * learns. Inside, images are N,H,W,C and kernels Y,X,I,O; {@link Layout} turns
 * stored weights. What costs most is computed in one of two ways
 * ({@link ComputePath}): {@link OneDnnOperations} where the native library has
 * oneDNN, {@link PortableOperations} elsewhere, with the same results up to
 * rounding. The portable one multiplies matrices by the fastest library there
 * is ({@link MatrixProducts}) and does all else in loops of Java, on Java's
 * threads ({@link Team}). In tests both are compared with Deeplearning4j's own
 * graph.
 * <p>
 * Frozen weights keep their values on either path: they have a gradient that
 * nobody uses. A frozen batch-norm is a map per channel.
 */

package io.github.cnnclassifier.engine.dl4j;
