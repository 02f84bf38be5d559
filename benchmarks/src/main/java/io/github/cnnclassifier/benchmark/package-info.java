/**
 * How fast the plugin trains and predicts, beside stock Deeplearning4j,
 * libtorch and ONNX Runtime on the same layers. {@link Benchmark} starts one
 * Java process per system, network, thread count and round
 * ({@link Measurement}) and summarises what they found.
 */

package io.github.cnnclassifier.benchmark;
