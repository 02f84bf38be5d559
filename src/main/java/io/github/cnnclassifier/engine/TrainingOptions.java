
package io.github.cnnclassifier.engine;

/**
 * How a network is trained, as far as the engine decides it.
 *
 * @param seed of the initial weights and of dropout
 * @param weightDecay decoupled weight decay per step, times the learning rate
 *          (Loshchilov and Hutter, 2019), on the weights of convolutions and
 *          dense layers; 0 for none
 * @param exact whether the same calls must give the same weights, bit for bit:
 *          one thread, slower; holds while nothing else computes in this Java
 *          process
 */
public record TrainingOptions(long seed, double weightDecay, boolean exact) {
}
