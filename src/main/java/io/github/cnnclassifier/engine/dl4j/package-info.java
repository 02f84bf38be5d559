/**
 * The engine behind {@code engine}: Deeplearning4j and ND4J with oneDNN. The
 * one public class is {@link Dl4jEngine}; nothing outside this package names
 * Deeplearning4j or ND4J.
 * <p>
 * Deeplearning4j leaves its oneDNN layers switched off; {@link Bootstrap} and
 * {@link GraphBuilder} switch them on, and {@link FastBatchNormLayer} and
 * {@link Rectifier} replace the layers that stay slow. Where a platform has no
 * oneDNN the plain layers run, with the same results.
 */

package io.github.cnnclassifier.engine.dl4j;
